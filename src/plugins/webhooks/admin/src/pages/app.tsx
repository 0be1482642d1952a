import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';

import { PAGE_PERMISSIONS } from '../permissions';
import { ROOT } from '../plugin-id';
import { CreateEndpointPage } from './create-endpoint-page';
import { DeliveriesPage } from './deliveries-page';
import { DeliveryPage } from './delivery-page';
import { EndpointPage } from './endpoint-page';
import { EndpointsPage } from './endpoints-page';

/** All that is below the menu's entry, for those who may read it. */
export default function App() {
  return (
    <Page.Protect permissions={PAGE_PERMISSIONS}>
      <Routes>
        <Route element={<EndpointsPage />} index />
        <Route element={<CreateEndpointPage />} path="endpoints/create" />
        <Route element={<EndpointPage />} path="endpoints/:id" />
        <Route element={<DeliveriesPage />} path="deliveries" />
        <Route element={<DeliveryPage />} path="deliveries/:id" />
        <Route element={<Navigate replace to={`/${ROOT}`} />} path="*" />
      </Routes>
    </Page.Protect>
  );
}
